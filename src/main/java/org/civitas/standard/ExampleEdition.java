package org.civitas.standard;

import java.util.List;

/** 示例体系 — the editions of our own wording that come with the product. */
public interface ExampleEdition {

    /** Enters the example of a city as a new edition (with its site types, where missing) and puts it in use. */
    Edition putInUse();

    /** The same for another example. @param key one of {@link #keys()} */
    Edition putInUse(String key);

    /** The examples that there are, the one of a city first: city, county, minors. */
    List<String> keys();
}
