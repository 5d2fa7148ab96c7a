import type { Output } from "@/lib/contracts/contract";
import type { listProviders } from "@/lib/contracts/messages/notification-providers";

export type Provider = Output<typeof listProviders>["data"][number];
export type ProviderChoice = Provider["choices"][number];
