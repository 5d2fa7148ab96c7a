import { expect, type Locator } from "playwright/test";

/** Waits for the hydration of an element: until then a click on it, or a text in it, is lost. */
export async function hydrated(element: Locator): Promise<Locator> {
  await expect.poll(() => element.evaluate(isHydrated)).toBe(true);
  return element;
}

/** Opens the menu of a button after hydration: until then the items do nothing, and the page may replace an open popover. */
export async function openMenu(button: Locator): Promise<void> {
  await hydrated(button);
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
}

/** React stores the props on each element that it has hydrated. */
const isHydrated = (element: Element): boolean => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
