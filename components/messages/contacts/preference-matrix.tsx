import type { ReactNode } from "react";
import { categoryLabels, shortChannelLabels } from "@/components/messages/notifications/message-labels";
import { Switch } from "@/components/ui/controls/switch";
import { channels } from "@/lib/values/delivery";
import { messageCategories } from "@/lib/values/notifications";
import { type Choice, choiceOf, type Preferences } from "./preferences";

interface PreferenceMatrixProps {
  preferences: Preferences;
  /** Null if the preferences are read-only. */
  onChange: ((choice: Pick<Choice, "channel" | "is_allowed"> & { category: "reminder" | "marketing" }) => void) | null;
  /** Shown below a switch: the source and the date of the choice. */
  note?: (choice: Choice) => ReactNode;
}

const hints = {
  transactional: "Receipts, passwords and changes to the membership. Always on.",
  reminder: "Such as the end of a membership or of a freeze.",
  marketing: "Birthday wishes, events and offers.",
};

/** A switch per category and channel, sized for touch. Transactional messages are always allowed. */
export function PreferenceMatrix({ preferences, onChange, note }: PreferenceMatrixProps) {
  return (
    <div className="divide-y divide-line">
      {messageCategories.map((category) => (
        <fieldset key={category} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_22rem]">
          <legend className="float-left font-medium text-ink sm:sr-only">{categoryLabels[category]}</legend>
          <div className="clear-left">
            <p className="hidden font-medium text-ink sm:block" aria-hidden="true">
              {categoryLabels[category]}
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
                    label={
                      <PreferenceLabel channel={shortChannelLabels[channel]} category={categoryLabels[category]} />
                    }
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

/** Shows only the channel. Screen readers also read the category. */
const PreferenceLabel = ({ channel, category }: { channel: string; category: string }) => (
  <>
    <span className="sr-only">{category} by </span>
    {channel}
  </>
);
