type Json = Record<string, unknown>;
type Parameter = { name: string; in: string; example?: unknown };
type Operation = {
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { example?: unknown }> };
};
export type ApiDocument = { paths: Record<string, Record<string, Operation>> };

/** The lists that the ids of other fields come from. */
const listOfField: Record<string, string> = {
  location_id: "/api/v1/locations",
  home_location_id: "/api/v1/locations",
  member_id: "/api/v1/members",
  plan_id: "/api/v1/membership-plans",
  membership_id: "/api/v1/memberships",
  invoice_id: "/api/v1/invoices",
  payment_id: "/api/v1/payments",
};

/** `/api/v1/members` of `/api/v1/members/{id}/notes`. */
const listOfPath = (path: string): string | null => /^(.+?)\/\{id\}/.exec(path)?.[1] ?? null;

/** The ids of the documentation's examples, which no gym has. */
const isExampleId = (value: unknown): value is string => typeof value === "string" && value.startsWith("0197f0a0-");

/**
 * The document with the ids of the signed-in gym in its examples, and with this month, so that they run. An id for which the gym
 * has no row stays.
 * @param firstId the id of the first row of a list; null without one
 */
export async function withOwnIds(
  document: ApiDocument,
  month: string,
  firstId: (list: string) => Promise<string | null>,
): Promise<ApiDocument> {
  const known = new Map<string, Promise<string | null>>();
  const idFrom = (list: string | null | undefined) => {
    if (!list) return Promise.resolve(null);
    const found = known.get(list) ?? firstId(list);
    known.set(list, found);
    return found;
  };
  const paths: ApiDocument["paths"] = {};
  for (const [path, methods] of Object.entries(document.paths)) {
    const changed: (typeof paths)[string] = {};
    for (const [method, operation] of Object.entries(methods)) {
      const parameters = await Promise.all(
        (operation.parameters ?? []).map(async (parameter) => {
          if (parameter.name === "month" && parameter.example) return { ...parameter, example: month };
          if (!isExampleId(parameter.example)) return parameter;
          const list =
            parameter.in === "path" && parameter.name === "id" ? listOfPath(path) : listOfField[parameter.name];
          return { ...parameter, example: (await idFrom(list)) ?? parameter.example };
        }),
      );
      changed[method] = { ...operation, parameters, ...(await bodyWithOwnIds(operation, idFrom)) };
    }
    paths[path] = changed;
  }
  return { ...document, paths };
}

async function bodyWithOwnIds(
  { requestBody }: Operation,
  idFrom: (list: string | undefined) => Promise<string | null>,
): Promise<Pick<Operation, "requestBody">> {
  const json = requestBody?.content?.["application/json"];
  if (!json || typeof json.example !== "object" || json.example === null) return {};
  const entries = await Promise.all(
    Object.entries(json.example as Json).map(async ([name, value]) => {
      const own = isExampleId(value) ? await idFrom(listOfField[name]) : null;
      return [name, own ?? value] as const;
    }),
  );
  const content = { ...requestBody?.content, "application/json": { ...json, example: Object.fromEntries(entries) } };
  return { requestBody: { ...requestBody, content } };
}
