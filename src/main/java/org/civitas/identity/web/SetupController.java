package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.civitas.identity.application.SetUpCity;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Permission;
import org.civitas.platform.access.Public;
import org.civitas.platform.city.Cities;
import org.civitas.platform.city.CityCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "identity")
class SetupController {

    /** Is the first administrator still to be made? */
    record SetupView(boolean needed) {}

    record CityView(String code, String name) {}

    record NewCity(
            @NotBlank(message = "请填写城市代码。") String cityCode,

            @NotBlank(message = "请填写城市名称。") @Size(max = 40, message = "城市名称不超过 40 个字。")
            String cityName,

            @NotBlank(message = "请填写管理员账号。") String account,

            @NotBlank(message = "请填写管理员姓名。") @Size(max = 40, message = "姓名不超过 40 个字。")
            String name,

            @NotBlank(message = "请填写密码。") String password) {}

    private final SetUpCity setup;
    private final Cities cities;

    SetupController(SetUpCity setup, Cities cities) {
        this.setup = setup;
        this.cities = cities;
    }

    @Public
    @Operation(summary = "是否需要建立第一位管理员")
    @GetMapping("/api/setup")
    SetupView needed() {
        return new SetupView(setup.needed());
    }

    @Public
    @Operation(summary = "开通第一个城市并建立第一位管理员")
    @PostMapping("/api/setup")
    void first(@Valid @RequestBody NewCity body) {
        setup.first(new CityCode(body.cityCode()), body.cityName(), body.account(), body.name(), body.password());
    }

    @Allow(Permission.CITY_MANAGE)
    @Operation(summary = "本系统中的城市")
    @GetMapping("/api/cities")
    List<CityView> all() {
        return cities.all().stream()
                .map(city -> new CityView(city.code().value(), city.name()))
                .toList();
    }

    @Allow(Permission.CITY_MANAGE)
    @Operation(summary = "开通一个城市并建立它的管理员")
    @PostMapping("/api/cities")
    void open(@Valid @RequestBody NewCity body) {
        setup.further(new CityCode(body.cityCode()), body.cityName(), body.account(), body.name(), body.password());
    }
}
