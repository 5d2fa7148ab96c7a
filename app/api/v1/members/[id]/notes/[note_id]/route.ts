import { deleteNote, updateNote } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const PATCH = route(updateNote);
export const DELETE = route(deleteNote);
