import { deletePhoto, getPhoto, putPhoto } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const GET = route(getPhoto);
export const PUT = route(putPhoto);
export const DELETE = route(deletePhoto);
