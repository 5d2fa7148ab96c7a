/** What happened, by operation: "archived {}", with {} for the record's name. */
export type AuditPhrases = Readonly<Record<string, string>>;

/** Before and after the record's name, and whether the phrase names it. An action without a phrase is named by itself. */
export function actionWords(phrases: AuditPhrases, action: string, target_type: string) {
  const phrase = target_type === "denied_entry" ? "turned {} away" : (phrases[action] ?? fallback(action));
  const [before = "", after = ""] = phrase.split("{}");
  const names_target = phrase.includes("{}");
  return { before: before.trim(), after: names_target ? after.trim() : "", names_target };
}

const fallback = (action: string) => {
  const [resource = "", verb = ""] = action.split(".");
  return `${verb.replaceAll("_", " ")}, ${resource.replaceAll("_", " ")}: {}`;
};
