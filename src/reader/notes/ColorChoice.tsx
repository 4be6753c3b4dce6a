import { NOTE_COLORS, type NoteColor } from '../../model/Note.ts';
import { noteWords } from '../words/noteWords.ts';

interface ColorChoiceProps {
  color: NoteColor;
  onChoose: (color: NoteColor) => void;
}

/** The four colours as radio buttons, each with its line. */
export function ColorChoice({ color, onChoose }: ColorChoiceProps) {
  return (
    <fieldset className="note-colors">
      <legend className="sr-only">{noteWords.color}</legend>
      {NOTE_COLORS.map((each) => (
        <label key={each} className={`note-color is-${each}`} title={noteWords.colorNames[each]}>
          <input
            type="radio"
            name="note-color"
            aria-label={noteWords.colorNames[each]}
            checked={each === color}
            onChange={() => onChoose(each)}
          />
          <span aria-hidden="true" data-sample={noteWords.colorSample} />
        </label>
      ))}
    </fieldset>
  );
}
