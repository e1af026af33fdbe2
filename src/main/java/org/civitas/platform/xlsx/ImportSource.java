package org.civitas.platform.xlsx;

import org.civitas.platform.access.CurrentUser;

/**
 * 导入来源 — a bean of this type lets large files of its form be checked and written in the background: the work makes the
 * import anew, in the name of who asked for it, also after a restart.
 */
public interface ImportSource {

    /** The form; its title is the kind of the import. */
    SheetForm form();

    /** The import as this person may make it. */
    SheetImport<?> by(CurrentUser user);
}
