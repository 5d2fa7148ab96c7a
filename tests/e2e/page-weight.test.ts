import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { APIRequestContext } from "playwright/test";
import { fingerprint } from "@/scripts/start/fingerprint";
import { gym, people } from "./support/demo";
import { expect, test } from "./support/journey";

const [manage, me] = [`/manage/${gym.slug}`, `/me/${gym.slug}`];

/** Bytes of JavaScript after gzip that the HTML of a page may name, beside the scripts of the framework. */
const pages = [
  { address: "/", budget: 10_000 },
  { address: "/sign-in", budget: 17_000 },
  { address: "/sign-up", budget: 20_500 },
  { address: "/forgot-password", budget: 16_500 },
  { as: people.admin, address: `/desk/${gym.slug}`, budget: 49_000 },
  { as: people.desk, address: `/desk/${gym.slug}/till`, budget: 49_000 },
  { as: people.owner, address: manage, budget: 36_000 },
  { as: people.owner, address: `${manage}/members`, budget: 46_500 },
  { as: people.owner, address: `${manage}/members/new`, budget: 59_500 },
  { as: people.owner, address: `${manage}/plans`, budget: 37_500 },
  { as: people.owner, address: `${manage}/messages/bulk/new`, budget: 60_000 },
  { as: people.owner, address: `${manage}/settings`, budget: 57_500 },
  { as: people.owner, address: `${manage}/invoices`, budget: 46_500 },
  { as: people.owner, address: `${manage}/invoices/new`, budget: 48_500 },
  { as: people.owner, address: `${manage}/payments`, budget: 35_000 },
  { as: people.owner, address: `${manage}/till`, budget: 37_500 },
  { as: people.owner, address: `${manage}/forecast`, budget: 33_500 },
  { as: people.owner, address: `${manage}/ledger`, budget: 35_000 },
  { as: people.owner, address: `${manage}/coupons`, budget: 33_500 },
  { as: people.owner, address: `${manage}/closures`, budget: 35_500 },
  { as: people.owner, address: `${manage}/settings/billing`, budget: 40_000 },
  { as: people.owner, address: `${manage}/settings/billing/companies`, budget: 41_500 },
  { as: people.member, address: me, budget: 44_000 },
  { as: people.member, address: `${me}/you`, budget: 44_000 },
];

function frameworkScripts(): string[] {
  const manifest = `.release/${fingerprint(process.cwd())}/.next/build-manifest.json`;
  return (JSON.parse(readFileSync(manifest, "utf8")) as { rootMainFiles: string[] }).rootMainFiles;
}

/** The static scripts and style sheets that the HTML of a page names. Older browsers alone load the `nomodule` ones. */
async function filesOf(request: APIRequestContext, address: string): Promise<string[]> {
  const answer = await request.get(address);
  expect(answer.status()).toBe(200);
  const html = (await answer.text()).replace(/<script[^>]*nomodule[^>]*>/gi, "");
  return [...new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css)(?=")/g))];
}

async function readStatic(request: APIRequestContext, path: string): Promise<Buffer> {
  const answer = await request.get(path);
  const [body, headers] = [await answer.body(), answer.headers()];
  expect(headers, path).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": expect.stringMatching(/^(gzip|br|zstd)$/),
    vary: "Accept-Encoding",
  });
  return body;
}

for (const { as, address, budget } of pages) {
  test(`${address} loads at most ${budget} bytes of JavaScript of its own, compressed and cacheable`, async ({
    device,
  }) => {
    const { request } = (await device(as ? { as } : {})).context();
    const framework = frameworkScripts();
    let bytes = 0;
    for (const path of await filesOf(request, address)) {
      const body = await readStatic(request, path);
      if (path.endsWith(".js") && !framework.some((file) => path.endsWith(file))) bytes += gzipSync(body).length;
    }
    expect(bytes).toBeLessThanOrEqual(budget);
    expect(bytes, "the page names its scripts").toBeGreaterThan(1_000);
  });
}
