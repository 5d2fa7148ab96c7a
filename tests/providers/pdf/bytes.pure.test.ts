import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import sharp from "sharp";
import { expect, test } from "vitest";
import { renderInvoicePdf } from "@/lib/providers/pdf";
import { americanInvoice, indianInvoice } from "./documents";
import { dictionariesOf } from "./read-pdf";

const run = promisify(execFile);
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const elsewhere = `
  const { renderInvoicePdf } = await import("./lib/providers/pdf/index.ts");
  const { indianInvoice } = await import("./tests/providers/pdf/documents.ts");
  const { createHash } = await import("node:crypto");
  const hashes = [];
  for (const mark of [null, "void"])
    hashes.push(createHash("sha256").update(await renderInvoicePdf(indianInvoice({ mark }))).digest("hex"));
  process.stdout.write(hashes.join());
`;

test("L13 the same document gives the same bytes, in another process and in another time zone too", async () => {
  const here = [await renderInvoicePdf(indianInvoice()), await renderInvoicePdf(indianInvoice({ mark: "void" }))];
  const again = await renderInvoicePdf(indianInvoice());
  expect(hashOf(again)).toBe(hashOf(here[0]!));
  const { stdout } = await run(process.execPath, ["--import", "tsx", "--input-type=module", "-e", elsewhere], {
    env: { ...process.env, TZ: "Pacific/Auckland", LANG: "C" },
  });
  expect(stdout).toBe(here.map(hashOf).join());
}, 60_000);

test("L13 documents that are rendered at the same time do not change each other", async () => {
  const alone = hashOf(await renderInvoicePdf(americanInvoice()));
  const together = await Promise.all([americanInvoice(), indianInvoice(), americanInvoice()].map(renderInvoicePdf));
  expect([hashOf(together[0]!), hashOf(together[2]!)]).toEqual([alone, alone]);
});

test("L13 a logo with transparency gives the same bytes each time", async () => {
  const background = { r: 13, g: 107, b: 104, alpha: 0.5 };
  const png = await sharp({ create: { width: 90, height: 30, channels: 4, background } })
    .png()
    .toBuffer();
  const document = americanInvoice();
  const with_logo = { ...document, seller: { ...document.seller, logo_png: new Uint8Array(png) } };
  const [one, other] = [await renderInvoicePdf(with_logo), await renderInvoicePdf(with_logo)];
  expect(hashOf(one)).toBe(hashOf(other));
  expect(dictionariesOf(one)).toContain("/Subtype /Image");
});

test("a logo that is no picture is replaced by the initial", async () => {
  const document = americanInvoice();
  const broken = { ...document, seller: { ...document.seller, logo_png: new Uint8Array([1, 2, 3]) } };
  expect(hashOf(await renderInvoicePdf(broken))).toBe(hashOf(await renderInvoicePdf(document)));
});

test("the file names its title, author, language and day of issue, once and as they are", async () => {
  const { seller } = americanInvoice();
  const named = americanInvoice({ seller: { ...seller, legal_name: "Smith & Sons <Gyms> LLC" } });
  const text = dictionariesOf(await renderInvoicePdf(named));
  for (const entry of ["(Invoice INV-25031)", "(Smith & Sons <Gyms> LLC)", "/Lang (en-US)", "(D:20261116050000Z)"])
    expect(text).toContain(entry);
  expect(text).not.toContain("/Metadata");
});

test("every font is embedded as a subset, so that the file opens without network and fonts", async () => {
  const text = dictionariesOf(await renderInvoicePdf(indianInvoice()));
  const names = [...text.matchAll(/\/FontName \/(\S+)/g)].map(([, name]) => name);
  expect(names.length).toBe(6);
  for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+(Geist|NotoSansDevanagari)-(Regular|Medium|SemiBold)$/);
  expect(text.match(/\/FontFile2 /g)?.length).toBe(6);
  expect(text).not.toMatch(/Helvetica|https?:/);
});
