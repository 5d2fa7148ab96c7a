import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectGateway, vendorsOfPage } from "@/lib/domain/gateways/connections";
import { createPaymentLink } from "@/lib/domain/gateways/links";
import { requestMethod } from "@/lib/domain/gateways/methods";
import { registerPayPages } from "@/lib/kernel/pay-pages";
import { proxy } from "@/proxy";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { owner } from "@/tests/support/gym/payments";

beforeAll(() => registerPayPages(vendorsOfPage));
afterAll(() => registerPayPages(async () => []));

const connections = {
  stripe: { settings: { publishable_key: "pk_test_0001" }, secrets: { secret_key: "sk_test_secret0001" } },
  razorpay: { settings: { key_id: "rzp_test_0001" }, secrets: { key_secret: "secret0001" } },
  sandbox: {},
};
type Vendor = keyof typeof connections;

const gymWith = async (vendor: Vendor, options: Parameters<typeof newGym>[0] = {}) => {
  const gym = await newGym(options);
  await connectGateway(owner(gym), { vendor, ...connections[vendor] });
  return gym;
};

/** The pages of a gym that show its gateway's form. */
async function payPagesOf(gym: Gym): Promise<string[]> {
  const { id } = await newInvoice(gym);
  const link = await createPaymentLink(owner(gym), { id });
  const method = await requestMethod(owner(gym), { member_id: gym.member_id });
  const own = `/me/${gym.organization.slug}`;
  return [
    ...[link.url, method.url].map((url) => new URL(url).pathname),
    `${own}/invoices/${id}/pay`,
    `${own}/methods/new`,
  ];
}

/** The other pages of a member, and addresses that only look like pay pages. */
const otherPagesOf = (gym: Gym) => [
  ...["", "/methods", "/invoices", "/payments", "/membership"].map((rest) => `/me/${gym.organization.slug}${rest}`),
  ...["/pay", "/pay/sandbox/x", "/pay/x/y/z", "/", "/sign-in", `/manage/${gym.organization.slug}/payments`],
];

async function headersOf(path: string) {
  const { headers } = await proxy(new NextRequest(`http://127.0.0.1:3000${path}`));
  const policy = Object.fromEntries(
    (headers.get("content-security-policy") ?? "").split("; ").map((part) => {
      const [name = "", ...values] = part.split(" ");
      return [name, values];
    }),
  );
  const outside = (values: string[] = []) => values.filter((value) => value.startsWith("https:"));
  const pushes = (value: string) => value.includes("googleapis.com");
  return {
    scripts: outside(policy["script-src"]),
    frames: policy["frame-src"] ? outside(policy["frame-src"]) : null,
    connections: outside(policy["connect-src"]).filter((value) => !pushes(value)),
    payment: /payment=\(([^)]*)\)/.exec(headers.get("permissions-policy") ?? "")?.[1],
    opener: headers.get("cross-origin-opener-policy"),
  };
}

const closed = { scripts: [], frames: null, connections: [], payment: "", opener: "same-origin" };
const opened = {
  stripe: {
    scripts: ["https://js.stripe.com", "https://*.js.stripe.com"],
    frames: ["https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com"],
    connections: ["https://api.stripe.com"],
    payment: 'self "https://js.stripe.com" "https://hooks.stripe.com"',
    opener: "same-origin-allow-popups",
  },
  razorpay: {
    scripts: ["https://checkout.razorpay.com"],
    frames: ["https://api.razorpay.com", "https://checkout.razorpay.com"],
    connections: ["https://api.razorpay.com", "https://lumberjack.razorpay.com"],
    payment: 'self "https://api.razorpay.com" "https://checkout.razorpay.com"',
    opener: "same-origin-allow-popups",
  },
  sandbox: closed,
};

test.each(["stripe", "razorpay", "sandbox"] as const)(
  "pay pages of a gym with %s open to this gateway, and no other page does",
  async (vendor) => {
    const gym = await gymWith(vendor, vendor === "razorpay" ? { currency: "INR" } : {});
    for (const path of await payPagesOf(gym)) expect([path, await headersOf(path)]).toEqual([path, opened[vendor]]);
    for (const path of otherPagesOf(gym)) expect([path, await headersOf(path)]).toEqual([path, closed]);
  },
);

test("a link that was changed, and a gym that does not exist, open nothing", async () => {
  const gym = await gymWith("stripe");
  const [link = "", method = ""] = await payPagesOf(gym);
  const [, secret = ""] = link.split(".");
  for (const path of [`${method}x`, "/pay/x", "/pay/%E0%A4%A", `/pay/AAAA.${secret}`, "/me/no-such-gym/methods/new"])
    expect([path, await headersOf(path)]).toEqual([path, closed]);
});
