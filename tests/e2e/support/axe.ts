import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "playwright/test";

/** What is still moving is not measured: colours and places are those at rest. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const endless = (animation: Animation) =>
      animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
    const moving = document.getAnimations().filter((animation) => !endless(animation));
    const late = new Promise((resolve) => setTimeout(resolve, 1_500));
    await Promise.race([Promise.allSettled(moving.map(({ finished }) => finished)), late]);
  });

/** Describing what passed costs more than finding it; the sheets are ours already and are not fetched again. */
const onlyFaults = { resultTypes: ["violations" as const], preload: false };

type Scope = {
  /** Parts that others draw. */
  except?: string[];
  /** These rules alone, where the same page was measured by all of them before. */
  rules?: string[];
};

/** Expects no finding of axe on this page. A finding during a pending response is checked again. */
export async function expectAccessible(page: Page, scope: Scope = {}): Promise<void> {
  const found = await faultsOf(page, scope);
  expect(found.length > 0 ? await faultsOf(page, scope) : found, `axe on ${page.url()}`).toEqual([]);
}

async function faultsOf(page: Page, { except = [], rules }: Scope): Promise<string[]> {
  await settled(page);
  // The other mode opens a page beside this one, and takes the focus with it.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options(onlyFaults);
  for (const part of except) builder.exclude(part);
  if (rules) builder.withRules(rules);
  const { violations } = await builder.analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(" ")).join(", ")})`,
  );
}
