/** 测评计分 — rounds, their score with its trace, and who lost which points; the meaning of every figure is fixed here. */
@ApplicationModule(
        displayName = "测评计分",
        allowedDependencies = {"shared", "platform", "territory", "media", "standard", "site", "inspection", "casework"
        })
@NullMarked
package org.civitas.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
