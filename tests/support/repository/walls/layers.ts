import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { areas } from "@/lib/domain/areas";
import { importsOf, packageOf, pathOf } from "./imports";
import type { Source } from "./source";

type Layer = { folder: string; may: string[]; packages?: RegExp; refused?: RegExp };

const VENDORS =
  /^(stripe|razorpay|resend|@sendgrid\/.*|nodemailer|twilio|firebase-admin|uploadthing|@aws-sdk\/.*|cloudinary)$/;
const FRAMEWORKS = /^(next|next-auth|react|react-dom|inngest|@tanstack\/.*)$/;
const SERVER_ONLY =
  /^(node:.*|fs|path|crypto|pg|drizzle-orm|ws|@neondatabase\/.*|@node-rs\/.*|pino|sharp|jose|next-auth|server-only|rate-limiter-flexible)$/;

/** The areas of lib/domain, lowest first. */
const AREAS = areas.map(({ name }): string => name);

/** They gather what the areas declare. */
const REGISTRIES = ["lib/domain/areas.ts", "lib/domain/message-definitions.ts"];

const either = (...patterns: RegExp[]) => new RegExp(patterns.map((pattern) => pattern.source).join("|"));

/** The imports that each layer may use. The first line whose folder holds a file decides; a layer may always import itself. */
const LAYERS: Layer[] = [
  { folder: "lib/values", may: [], packages: /^(zod|temporal-polyfill)$/ },
  { folder: "lib/contracts", may: ["lib/values"], packages: /^zod$/ },
  // The seed runs with the scripts, and lets the sandbox's vendor play a year of payments. The pool needs its address, which env.ts alone reads, and is one per process.
  {
    folder: "db/seed",
    may: ["db", "lib/values", "lib/contracts", "lib/kernel", "lib/domain", "lib/providers", "scripts/database"],
    refused: FRAMEWORKS,
  },
  {
    folder: "db/client.ts",
    may: ["db", "lib/kernel/env", "lib/kernel/process-state"],
    refused: either(FRAMEWORKS, VENDORS),
  },
  { folder: "db/timeouts.ts", may: ["lib/kernel/env"], refused: either(FRAMEWORKS, VENDORS) },
  { folder: "db", may: ["lib/values"], refused: either(FRAMEWORKS, VENDORS) },
  {
    folder: "lib/kernel",
    may: ["lib/values", "lib/contracts", "db"],
    refused: either(VENDORS, /^(next|react|react-dom|inngest)$/),
  },
  {
    folder: "lib/domain",
    may: ["lib/values", "lib/contracts", "lib/kernel", "lib/providers", "db"],
    refused: either(FRAMEWORKS, VENDORS),
  },
  { folder: "lib/providers", may: ["lib/values"], refused: FRAMEWORKS },
  { folder: "lib/client", may: ["lib/values", "lib/contracts"], refused: either(SERVER_ONLY, VENDORS) },
  {
    folder: "components",
    may: ["lib/values", "lib/contracts", "lib/client"],
    refused: either(SERVER_ONLY, VENDORS),
  },
  {
    folder: "app",
    may: [
      "lib/values",
      "lib/contracts",
      "lib/kernel",
      "lib/domain",
      "lib/providers",
      "lib/client",
      "components",
      "inngest",
    ],
    refused: either(/^(pg|drizzle-orm|@neondatabase\/.*)$/, VENDORS),
  },
  // The executor is independent: it has tables, and does not know the functions that it runs.
  {
    folder: "inngest/embedded",
    may: ["lib/values", "lib/kernel", "db"],
    refused: either(/^(next|react|inngest)$/, VENDORS),
  },
  ...["inngest/schedules", "inngest/reactions"].map((folder) => ({
    folder,
    may: ["inngest/client", "inngest/events", "lib/values", "lib/contracts", "lib/kernel", "lib/domain"],
    refused: either(/^(pg|drizzle-orm|next|react)$/, VENDORS),
  })),
  {
    folder: "inngest",
    may: ["lib/values", "lib/contracts", "lib/kernel", "lib/domain"],
    refused: either(/^(pg|drizzle-orm|next|react)$/, VENDORS),
  },
];

const CLIENT_MAY = ["lib/values", "lib/contracts", "lib/client", "components", "app", "public"];
export const IS_CLIENT = /^\s*(?:\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|\s)*["']use client["']/;

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

export function brokenLayers(source: Source): string[] {
  const layer = LAYERS.find(({ folder }) => within(source.path, folder));
  return importsOf(source).flatMap(({ wanted }) => {
    const say = (why: string) => [`${source.path} imports ${wanted}: ${why}`];
    if (wanted.startsWith("../") || wanted === "..") return say("across folders with @/, never ../");
    const target = pathOf(wanted, source.path);
    if (IS_CLIENT.test(source.text)) {
      const server = target
        ? !CLIENT_MAY.some((folder) => within(target, folder))
        : SERVER_ONLY.test(wanted) || SERVER_ONLY.test(packageOf(wanted));
      if (server) return say("a client component sees nothing of the server");
    }
    if (!layer) return [];
    return target ? brokenWall(source, layer, target).flatMap(say) : brokenPackage(layer, wanted).flatMap(say);
  });
}

function brokenWall(source: Source, layer: Layer, target: string): string[] {
  if (![layer.folder, ...layer.may].some((folder) => within(target, folder))) return [`${layer.folder} may not`];
  return layer.folder === "db/seed" ? [] : brokenArea(source.path, target);
}

const areaOf = (path: string): string | undefined => /^lib\/domain\/([^/]+)\//.exec(`${path}/`)?.[1];
const isDoor = (folder: string): boolean => existsSync(`${folder}/index.ts`);

/**
 * Another area is imported by its index, by the index of a subject, or by its events; and only when it comes before this one
 * in the list. Inside its area every file is open.
 */
function brokenArea(path: string, target: string): string[] {
  const [from, to] = [areaOf(path), areaOf(target)];
  if (!to || from === to || !AREAS.includes(to) || REGISTRIES.includes(path)) return [];
  if (from && AREAS.indexOf(from) < AREAS.indexOf(to)) return [`the area ${from} comes before ${to}`];
  return isDoor(target) || target === `lib/domain/${to}/events` ? [] : ["an area is entered by its index"];
}

function brokenPackage({ folder, packages, refused }: Layer, wanted: string): string[] {
  if (wanted.startsWith("node:") && !refused?.test(wanted))
    return packages ? [`${folder} runs in the browser too`] : [];
  const name = packageOf(wanted);
  if (packages && !packages.test(name)) return [`${folder} uses no other package than its own few`];
  return refused?.test(name) || refused?.test(wanted) ? [`${folder} does not know this package`] : [];
}

export function detours(source: Source): string[] {
  return importsOf(source)
    .filter(({ wanted }) => wanted.startsWith("@/") && dirname(wanted.slice(2)) === dirname(source.path))
    .map(({ wanted }) => `${source.path} imports ${wanted}: inside a folder with ./`);
}
