const TEST_STEPS = /** @type {const} */ (["types", "lint", "unit", "build", "e2e"]);

/** Parts of the steps above that can be run alone: every test of one concern, over all surfaces. */
const TEST_GROUPS = /** @type {const} */ (["security"]);

/** @typedef {typeof TEST_STEPS[number] | typeof TEST_GROUPS[number]} TestStep */

/**
 * `--only types,lint`, `--only=unit` or `--only security`; every step without it.
 *
 * @param {string[]} argv
 * @returns {readonly TestStep[]}
 */
export function chosenSteps(argv) {
  if (!argv.length) return TEST_STEPS;
  const [option = "", ...rest] = argv.flatMap((word) => word.split("="));
  const names = rest.flatMap((word) => word.split(","));
  const all = [...TEST_STEPS, ...TEST_GROUPS];
  const known = all.filter((step) => names.includes(step));
  if (option !== "--only" || !names.length || known.length !== names.length) {
    throw new Error(`npm test takes no option but --only, with one or more of: ${all.join(", ")}.`);
  }
  return known;
}
