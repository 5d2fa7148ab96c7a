import { getDunning, updateDunning } from "@/lib/domain/dunning";
import { route } from "@/lib/kernel/route";

export const GET = route(getDunning);
export const PATCH = route(updateDunning);
