import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Below app/api. next-auth and Inngest need the framework's request; webhooks and the rest are rare. */
const folders = ["v1", "health"];

/** The text of app/api/route-table.generated.ts: every route file of the API and of the health checks. */
export function routeTable(root: string): string {
  const entries = folders
    .flatMap((folder) => routeFolders(join(root, "app/api"), folder))
    .sort()
    .map((folder) => {
      const path = `/api/${folder.replace(/\[(\w+)\]/g, "{$1}")}`;
      return `  ${JSON.stringify(path)}: () => import(${JSON.stringify(`./${folder}/route`)}),`;
    });
  return `import type { ApiRoutes } from "@/lib/kernel/api-server";

/** The route files that are served in front of Next. Written by \`npm run routes\`. */
export const apiRoutes: ApiRoutes = {
${entries.join("\n")}
};
`;
}

function routeFolders(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return routeFolders(root, `${folder}/${entry.name}`);
    return entry.name === "route.ts" ? [folder] : [];
  });
}
