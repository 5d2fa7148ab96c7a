import { Api } from "./api";
import { mailedToken } from "./outbox";
import type { Credentials } from "./session";

export type NewGym = {
  id: string;
  slug: string;
  owner: Credentials;
  /** Requests of the owner to the public API. */
  api: Api;
  location_id: string;
  plan_id: string;
};

const password = "a long walk by the river";
let made = 0;

/** A name that is unique on this server. */
export const unique = (word: string): string => `${word}-${Date.now().toString(36)}${(made++).toString(36)}`;

/** A gym with one open location and one monthly plan, made over the public API. */
export async function newGym(baseURL: string): Promise<NewGym> {
  const name = unique("Gym");
  const owner = { email: `${name.toLowerCase()}@example.com`, password };
  const visitor = new Api(baseURL);
  await visitor.post("/api/v1/auth/register", {
    ...owner,
    name: "Olivia Owner",
    organization: { name, location_name: "Harbour", time_zone: "America/New_York", currency: "USD", locale: "en-US" },
  });
  await visitor.post("/api/v1/auth/verify-email", { token: await mailedToken(baseURL, owner.email), password });
  const api = await signedIn(visitor, owner);
  const { organizations } = (await api.get("/api/v1/auth/me")) as unknown as {
    organizations: { id: string; slug: string }[];
  };
  const { data: locations } = (await api.get("/api/v1/locations")) as unknown as { data: { id: string }[] };
  const plan = await api.post("/api/v1/membership-plans", { name: "Unlimited", kind: "recurring", price_minor: 8900 });
  return {
    id: organizations[0]?.id ?? "",
    slug: organizations[0]?.slug ?? "",
    owner,
    api,
    location_id: locations[0]?.id ?? "",
    plan_id: plan.id,
  };
}

export async function signedIn(api: Api, person: Credentials): Promise<Api> {
  const { access_token } = await api.post("/api/v1/auth/login", person);
  return api.as(String(access_token));
}

type NewMember = { id: string; member_code: string };

/** A member with a running membership, unless `without_plan`. */
export async function newMember(
  { api, plan_id }: NewGym,
  first_name: string,
  last_name: string,
  { without_plan = false } = {},
): Promise<NewMember> {
  const member = await api.post("/api/v1/members", { first_name, last_name });
  if (!without_plan) await api.post("/api/v1/memberships", { member_id: member.id, plan_id });
  return { id: member.id, member_code: String(member.member_code) };
}

/** Twelve digits, as printed on a card. */
export async function newCard({ api }: NewGym, member_id: string): Promise<string> {
  const { code } = await api.post(`/api/v1/members/${member_id}/cards`);
  return String(code);
}

/** A staff member with a login. */
export async function newStaff(gym: NewGym, role: "admin" | "receptionist" | "trainer"): Promise<Credentials> {
  const email = `${unique(role)}@example.com`;
  await gym.api.post("/api/v1/invitations", { email, role });
  const token = await mailedToken(gym.api.baseURL, email);
  await new Api(gym.api.baseURL).post("/api/v1/auth/accept-invitation", { token, name: `Robin ${role}`, password });
  return { email, password };
}
