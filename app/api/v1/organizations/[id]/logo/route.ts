import { deleteLogo, getLogo, putLogo } from "@/lib/domain/organizations";
import { route } from "@/lib/kernel/route";

export const GET = route(getLogo);
export const PUT = route(putLogo);
export const DELETE = route(deleteLogo);
