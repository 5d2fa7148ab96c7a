import { tryDunning } from "@/lib/domain/dunning";
import { route } from "@/lib/kernel/route";

export const POST = route(tryDunning);
