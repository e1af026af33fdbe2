package org.civitas.platform.city;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cities that live in this installation. */
@Component
public class Cities {

    /** 城市 — one city of the installation. */
    public record City(CityCode code, String name) {}

    private final JdbcClient jdbc;

    Cities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<City> all() {
        return jdbc.sql("select code, name from platform.city order by code")
                .query((row, n) -> new City(new CityCode(row.getString("code")), row.getString("name")))
                .list();
    }

    public Optional<City> byCode(CityCode code) {
        return all().stream().filter(city -> city.code().equals(code)).findFirst();
    }

    /** Does {@code work} for each city in turn, in its name. */
    public void each(Consumer<City> work) {
        for (City city : all()) {
            CurrentCity.run(city.code(), () -> work.accept(city));
        }
    }
}
