const TEST_STEPS = /** @type {const} */ (["types", "lint", "unit", "build", "e2e"]);

/** Parts that can be run alone: every test of one concern over all surfaces, and long forms of tests that `unit` runs in short. */
const TEST_GROUPS = /** @type {const} */ (["security", "soak"]);

/** @typedef {typeof TEST_STEPS[number] | typeof TEST_GROUPS[number]} TestStep */
/** @typedef {{ steps: readonly TestStep[], is_changed_only: boolean }} Choice */

/**
 * `--only types,lint`, `--only=unit`, `--only security` or `--changed`; every step without an option.
 *
 * @param {string[]} argv
 * @returns {Choice}
 */
export function chosenSteps(argv) {
  const [option, ...rest] = argv.flatMap((word) => word.split("="));
  if (option === undefined) return { steps: TEST_STEPS, is_changed_only: false };
  if (option === "--changed" && !rest.length) return { steps: TEST_STEPS, is_changed_only: true };
  const names = rest.flatMap((word) => word.split(","));
  const all = [...TEST_STEPS, ...TEST_GROUPS];
  const steps = all.filter((step) => names.includes(step));
  if (option !== "--only" || !names.length || steps.length !== names.length) {
    throw new Error(`npm test takes --changed, or --only with one or more of: ${all.join(", ")}.`);
  }
  return { steps, is_changed_only: false };
}
