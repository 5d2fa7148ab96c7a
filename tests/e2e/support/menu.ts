import { expect, type Locator } from "playwright/test";

/** Opens the menu of a button, and waits until its items work: the browser shows a popover also before hydration. */
export async function openMenu(button: Locator): Promise<void> {
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
}
