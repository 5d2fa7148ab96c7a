import type { ReactNode } from "react";
import { categoryWords, channelWords, shortChannelWords } from "@/components/messages/message-words";
import { Switch } from "@/components/ui/switch";
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
  transactional: "Receipts, passwords, changes to the membership",
  reminder: "A membership that ends, a class that begins",
  marketing: "Birthday wishes, events, offers",
};

/** Channel by purpose; what is necessary is always allowed. */
export function PreferenceMatrix({ preferences, onChange, note }: PreferenceMatrixProps) {
  return (
    <table className="w-full table-fixed text-left">
      <thead>
        <tr className="text-12 text-ink-3">
          <th scope="col" className="w-[34%] font-regular">
            <span className="sr-only">Purpose</span>
          </th>
          {channels.map((channel) => (
            <th key={channel} scope="col" className="px-1 pb-1 text-center font-regular">
              {shortChannelWords[channel]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {messageCategories.map((category) => (
          <tr key={category} className="border-line border-t align-top">
            <th scope="row" className="py-3 pr-2 font-regular">
              <span className="block font-medium text-ink">{categoryWords[category]}</span>
              <span className="block text-12 text-ink-3">{hints[category]}</span>
            </th>
            {channels.map((channel) => {
              const choice = choiceOf(preferences, channel, category);
              return (
                <td key={channel} className="px-1 text-center">
                  <Switch
                    className="min-h-12 justify-center"
                    label={
                      <span className="sr-only">
                        {categoryWords[category]} by {channelWords[channel].toLowerCase()}
                      </span>
                    }
                    checked={choice?.is_allowed ?? category === "transactional"}
                    disabled={category === "transactional" || !onChange}
                    onChange={({ target }) => {
                      if (category !== "transactional") onChange?.({ channel, category, is_allowed: target.checked });
                    }}
                  />
                  {choice && note ? note(choice) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
