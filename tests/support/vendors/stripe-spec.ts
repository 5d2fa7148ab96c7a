import type { VendorCall } from "./vendor-server";
import { closed, schemaErrors, sdkSchema, specJson, vendorSpecs } from "./vendor-specs";

type Schema = Record<string, unknown>;
type Operation = {
  parameters?: { in: string; name: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema & { properties?: Record<string, Schema> } }> };
};
type OpenApi = { paths: Record<string, Record<string, Operation>> };

/** The types of the SDK, by call. They know the names of today; the OpenAPI document is older and knows lengths. */
const SDK_TYPES: [RegExp, string][] = [
  [/^\/v1\/payment_intents$/, "PaymentIntentCreate"],
  [/^\/v1\/payment_intents\/[^/]+\/capture$/, "PaymentIntentCapture"],
  [/^\/v1\/payment_intents\/[^/]+\/cancel$/, "PaymentIntentCancel"],
  [/^\/v1\/setup_intents$/, "SetupIntentCreate"],
  [/^\/v1\/customers$/, "CustomerCreate"],
  [/^\/v1\/refunds$/, "RefundCreate"],
  [/^\/v1\/products$/, "ProductCreate"],
  [/^\/v1\/subscriptions$/, "SubscriptionCreate"],
  [/^\/v1\/subscriptions\/[^/]+$/, "SubscriptionUpdate"],
];

/** Not in the trimmed document: the account, and the upload, which is no form. */
const UNKNOWN = /^\/v1\/(account|files)$/;

/** What Stripe's specifications have against a call, one line each. */
export function stripeCallErrors(call: VendorCall): string[] {
  const [path = "", query = ""] = call.path.split("?");
  if (!vendorSpecs || UNKNOWN.test(path)) return [];
  const operation = operationOf(call.method, path);
  if (!operation) return [`${call.method} ${path} is not in the specification`];
  if (call.method === "GET") return schemaErrors(`GET ${operation.path}`, () => querySchema(operation), nested(query));
  const form = nested(call.body);
  const sdk_type = call.method === "POST" ? SDK_TYPES.find(([pattern]) => pattern.test(path))?.[1] : undefined;
  const sdk_errors = sdk_type ? schemaErrors(sdk_type, () => sdkSchema(sdk_type), form) : [];
  const known = sdk_type ? onlyKnown(operation, form) : form;
  return [...sdk_errors, ...schemaErrors(`${call.method} ${operation.path}`, () => bodySchema(operation), known)];
}

let document: OpenApi | null = null;
const openApi = (): OpenApi => {
  document ??= closed(specJson<OpenApi>("stripe/spec3.2024-04-10.trimmed.json")) as OpenApi;
  return document;
};
type Found = { path: string; operation: Operation };

function operationOf(method: string, path: string): Found | null {
  for (const [template, methods] of Object.entries(openApi().paths)) {
    const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, "[^/]+")}$`);
    const operation = methods[method.toLowerCase()];
    if (operation && pattern.test(path)) return { path: template, operation };
  }
  return null;
}

const querySchema = ({ operation }: Found): Schema => ({
  type: "object",
  additionalProperties: false,
  properties: Object.fromEntries(
    (operation.parameters ?? []).filter((one) => one.in === "query").map(({ name, schema }) => [name, schema]),
  ),
});

const formSchema = ({ operation }: Found) =>
  operation.requestBody?.content["application/x-www-form-urlencoded"]?.schema ?? { type: "object" };
const bodySchema = (found: Found): Schema => formSchema(found);

const onlyKnown = (found: Found, form: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(form).filter(([name]) => name in (formSchema(found).properties ?? {})));

/** A form with brackets as the object that it stands for. */
function nested(form: string): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(form)) {
    const keys = name.split(/\[|\]\[?/).filter((key) => key !== "");
    let at = root;
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[keys.at(-1) ?? ""] = value;
  }
  return withLists(root) as Record<string, unknown>;
}

function withLists(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withLists(item)] as const);
  const is_list = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return is_list ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
