"use client";

import "./styles.css";
import { MapPin } from "lucide-react";
import { rememberLocation } from "./remember-location";

interface LocationChoiceProps {
  organization: string;
  locations: readonly { id: string; name: string; address: string | null }[];
}

/** Asked once on each device. */
export function LocationChoice({ organization, locations }: LocationChoiceProps) {
  return (
    <div className="desk-choice">
      <h2>Where does this desk stand?</h2>
      <p>This device remembers it. You can change it in the settings of the desk.</p>
      <ul>
        {locations.map(({ id, name, address }) => (
          <li key={id}>
            <button type="button" onClick={() => rememberLocation(organization, id)}>
              <MapPin aria-hidden="true" />
              <span>
                <b>{name}</b>
                {address ? <small>{address}</small> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
