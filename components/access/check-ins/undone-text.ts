/** What an undone check-in did, also to the freeze that it had ended (E4). */
export function undoneText(name: string, freeze: "restored" | "not_restored" | null): string {
  const done = `The check-in of ${name} was undone.`;
  if (freeze === "restored") return `${done} The freeze is back.`;
  return freeze === "not_restored" ? `${done} The freeze stays ended. Freeze the membership again if needed.` : done;
}
