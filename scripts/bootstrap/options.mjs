/**
 * `npm run up --fresh` without the `--` between them reaches us as npm's own setting, so both spellings are heard.
 *
 * @param {string[]} argv
 */
export function upOptions(argv, env = process.env) {
  const known = ["--fresh", "--yes", "-y", "--no-demo"];
  const unknown = argv.find((word) => !known.includes(word));
  if (unknown)
    throw new Error(`There is no option ${unknown}. Known are: --fresh (delete the data first), --yes, --no-demo.`);
  return {
    fresh: argv.includes("--fresh") || env.npm_config_fresh === "true",
    yes: argv.includes("--yes") || argv.includes("-y") || env.npm_config_yes === "true",
    demo: !argv.includes("--no-demo") && env.npm_config_demo !== "" && env.npm_config_demo !== "false",
  };
}
