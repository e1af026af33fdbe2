package org.civitas.standard;

/** 示例体系 — the edition of our own wording that comes with the product. */
public interface ExampleEdition {

    /** Enters the example as a new edition (with its site types, where missing) and puts it in use. */
    Edition putInUse();
}
