/**
 * Also accepts `npm run up --fresh` without `--`, which npm passes as an environment variable.
 *
 * @param {string[]} argv
 */
export function upOptions(argv, env = process.env) {
  const known = ["--fresh", "--yes", "-y", "--no-demo"];
  const unknown = argv.find((word) => !known.includes(word));
  if (unknown)
    throw new Error(`Unknown option ${unknown}. Options: --fresh (delete the data first), --yes, --no-demo.`);
  return {
    fresh: argv.includes("--fresh") || env.npm_config_fresh === "true",
    yes: argv.includes("--yes") || argv.includes("-y") || env.npm_config_yes === "true",
    demo: !argv.includes("--no-demo") && env.npm_config_demo !== "" && env.npm_config_demo !== "false",
  };
}
