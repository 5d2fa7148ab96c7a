import type { Area } from "@/lib/domain/area";
import { sandboxParts } from "./sandbox/area-parts";

export const gateways: Area = { name: "gateways", ...sandboxParts };
