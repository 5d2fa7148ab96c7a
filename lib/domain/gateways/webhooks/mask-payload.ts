/** Names of fields that tell of a person. What they hold is masked as a whole. */
const personal =
  /^(email|.*_email|phone|.*_phone|contact|name|.*_name|address|line1|line2|city|postal_code|ip|ip_address|user_agent|vpa|upi|last4|fingerprint|iban.*|account_number|dob|tax_ids?|client_secret|notes|billing_details|shipping|customer_details)$/i;

const mask = "•••";
const maxDepth = 12;

type Payload = Record<string, unknown>;

/** The payload with the values that name a person, their cards or accounts masked. Ids, amounts, states and times stay. */
export const maskPayload = (payload: Payload): Payload => masked(payload, 0) as Payload;

function masked(value: unknown, depth: number): unknown {
  if (typeof value === "string") return value.includes("@") ? mask : value;
  if (typeof value !== "object" || value === null) return value;
  if (depth > maxDepth) return mask;
  if (Array.isArray(value)) return value.map((item) => masked(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      personal.test(name) && item !== null ? mask : masked(item, depth + 1),
    ]),
  );
}
