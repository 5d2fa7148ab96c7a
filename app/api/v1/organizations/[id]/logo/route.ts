import { deleteLogo, getLogo, putLogo } from "@/lib/domain/organization";
import { route } from "@/lib/kernel/route";

export const GET = route(getLogo);
export const PUT = route(putLogo);
export const DELETE = route(deleteLogo);
