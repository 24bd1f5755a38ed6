package jp.kakehashi.desk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody at a page without a mouse: goes on with Tab until the focus stands where they want it, and types there. */
record Keyboard(Page page) {

    private static final int MOST_TABS = 120;

    /** Goes on with Tab until the focus stands there. */
    Locator reach(String selector) {
        for (int steps = 0; steps < MOST_TABS; steps++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() == 1) {
                return page.locator(selector + ":focus");
            }
        }
        throw new AssertionError("Tab does not reach " + selector);
    }

    void type(String selector, String text) {
        reach(selector).pressSequentially(text);
    }

    void press(String selector, String key) {
        reach(selector).press(key);
    }
}
