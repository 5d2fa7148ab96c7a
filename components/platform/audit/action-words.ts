/** The phrase for each operation: "archived {}"; {} stands for the name of the target record. */
export type AuditPhrases = Readonly<Record<string, string>>;

/** The parts of the phrase before and after the record's name. An action without a phrase is shown by its id. */
export function actionPhrase(phrases: AuditPhrases, action: string, target_type: string) {
  const phrase = target_type === "denied_entry" ? "denied entry to {}" : (phrases[action] ?? fallback(action));
  const [before = "", after = ""] = phrase.split("{}");
  const names_target = phrase.includes("{}");
  return { before: before.trim(), after: names_target ? after.trim() : "", names_target };
}

const fallback = (action: string) => {
  const [resource = "", verb = ""] = action.split(".");
  return `${verb.replaceAll("_", " ")}, ${resource.replaceAll("_", " ")}: {}`;
};
