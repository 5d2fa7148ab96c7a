import { ready } from "@/lib/kernel/health";

export const dynamic = "force-dynamic";

export const GET = (): Promise<Response> => ready();
