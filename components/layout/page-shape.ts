export type PageShape = "dashboard" | "list" | "record" | "form" | "own";

const id = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** The outline of a page, from its path. */
export function shapeOf(pathname: string): PageShape {
  const [surface, , ...rest] = pathname.split("/").filter(Boolean);
  if (surface === "me") return "own";
  if (rest.length === 0) return "dashboard";
  if (rest.at(-1) === "new" || rest.at(-1) === "edit" || (rest[0] === "settings" && rest.length < 3)) return "form";
  return rest.some((part) => id.test(part)) ? "record" : "list";
}
