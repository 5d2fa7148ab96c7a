import type { ReactNode } from "react";
import { categoryWords, shortChannelWords } from "@/components/messages/notifications/message-words";
import { Switch } from "@/components/ui/controls/switch";
import { channels } from "@/lib/values/delivery";
import { messageCategories } from "@/lib/values/notifications";
import { type Choice, choiceOf, type Preferences } from "./preferences";

interface PreferenceMatrixProps {
  preferences: Preferences;
  /** Null where they may only be read. */
  onChange: ((choice: Pick<Choice, "channel" | "is_allowed"> & { category: "reminder" | "marketing" }) => void) | null;
  /** Below a switch: who chose it and when. */
  note?: (choice: Choice) => ReactNode;
}

const hints = {
  transactional: "Receipts, passwords, changes to the membership. Always on.",
  reminder: "A membership that ends soon, a freeze that is over.",
  marketing: "Birthday wishes, events, offers.",
};

/** Purpose by channel, each switch wide enough for a thumb; what is necessary is always allowed. */
export function PreferenceMatrix({ preferences, onChange, note }: PreferenceMatrixProps) {
  return (
    <div className="divide-y divide-line">
      {messageCategories.map((category) => (
        <fieldset key={category} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_22rem]">
          <legend className="float-left font-medium text-ink sm:sr-only">{categoryWords[category]}</legend>
          <div className="clear-left">
            <p className="hidden font-medium text-ink sm:block" aria-hidden="true">
              {categoryWords[category]}
            </p>
            <p className="text-12 text-ink-3">{hints[category]}</p>
          </div>
          <div className="grid grid-cols-4">
            {channels.map((channel) => {
              const choice = choiceOf(preferences, channel, category);
              return (
                <div key={channel} className="text-center">
                  <Switch
                    className="min-h-14 w-full flex-col items-center justify-center gap-1 text-center text-12"
                    label={<PreferenceLabel channel={shortChannelWords[channel]} category={categoryWords[category]} />}
                    checked={choice?.is_allowed ?? category === "transactional"}
                    disabled={category === "transactional" || !onChange}
                    onChange={({ target }) => {
                      if (category !== "transactional") onChange?.({ channel, category, is_allowed: target.checked });
                    }}
                  />
                  {choice && note ? note(choice) : null}
                </div>
              );
            })}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

/** The eye reads the channel below its purpose; the ear hears both. */
const PreferenceLabel = ({ channel, category }: { channel: string; category: string }) => (
  <>
    <span className="sr-only">{category} by </span>
    {channel}
  </>
);
