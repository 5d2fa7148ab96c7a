import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { routeTable } from "./route-table";

writeFileSync(join(process.cwd(), "app/api/route-table.generated.ts"), routeTable(process.cwd()));
