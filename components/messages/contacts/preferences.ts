import type { Input, Output } from "@/lib/contracts/contract";
import type { getPreferences, updateOwnPreferences } from "@/lib/contracts/messages/notification-preferences";
import type { Channel } from "@/lib/values/delivery";
import type { MessageCategory } from "@/lib/values/notifications";

export type Preferences = Output<typeof getPreferences>;
export type PreferenceChange = Input<typeof updateOwnPreferences>;
export type Choice = Preferences["choices"][number];
export type MessageAddress = Preferences["addresses"][number];

export const choiceOf = ({ choices }: Preferences, channel: Channel, category: MessageCategory): Choice | undefined =>
  choices.find((choice) => choice.channel === channel && choice.category === category);

/** The preferences after a change, for the optimistic update. */
export function withChange(before: Preferences, { choices = [], ...rest }: PreferenceChange): Preferences {
  const isChanged = (one: Choice) =>
    choices.find(({ channel, category }) => channel === one.channel && category === one.category);
  return {
    ...before,
    ...rest,
    choices: before.choices.map((one) => ({ ...one, is_allowed: isChanged(one)?.is_allowed ?? one.is_allowed })),
  };
}
