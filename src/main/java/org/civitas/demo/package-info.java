/** 演示城市 — makes the fictional city 云川市 (areas, sites, pictures, a year of inspections and cases) and loads it once. */
@ApplicationModule(
        displayName = "演示城市",
        allowedDependencies = {
            "shared",
            "platform",
            "territory",
            "calendar",
            "media",
            "standard",
            "site",
            "casework",
            "scoring",
            "bulletin"
        })
@NullMarked
package org.civitas.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
