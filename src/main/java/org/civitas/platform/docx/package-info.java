/** 公文 — Word papers after the basics of GB/T 9704-2012. */
@NullMarked
package org.civitas.platform.docx;

import org.jspecify.annotations.NullMarked;
