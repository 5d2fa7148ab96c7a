import { expect, type Locator } from "playwright/test";

/** Opens the menu of a button after hydration: until then the items do nothing, and the page may replace an open popover. */
export async function openMenu(button: Locator): Promise<void> {
  await expect.poll(() => button.evaluate(isHydrated)).toBe(true);
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
}

/** React stores the props on each element that it has hydrated. */
const isHydrated = (element: Element): boolean => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
