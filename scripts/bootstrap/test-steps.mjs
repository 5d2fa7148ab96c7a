export const TEST_STEPS = /** @type {const} */ (["types", "lint", "unit", "build", "e2e"]);

/** @typedef {typeof TEST_STEPS[number]} TestStep */

/**
 * `--only types,lint` or `--only=unit`; everything without it.
 *
 * @param {string[]} argv
 * @returns {readonly TestStep[]}
 */
export function chosenSteps(argv) {
  if (!argv.length) return TEST_STEPS;
  const [option = "", ...rest] = argv.flatMap((word) => word.split("="));
  const names = rest.flatMap((word) => word.split(","));
  const known = TEST_STEPS.filter((step) => names.includes(step));
  if (option !== "--only" || !names.length || known.length !== names.length) {
    throw new Error(`npm test takes no option but --only, with one or more of: ${TEST_STEPS.join(", ")}.`);
  }
  return known;
}
