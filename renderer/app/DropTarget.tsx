/** The whole window takes files; dropping leads to Intake with the file already being read. */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { takeFiles } from '../intake/intake-jobs.ts';

export function DropTarget() {
  const [isOver, setOver] = useState(false);
  const [, goTo] = useLocation();
  useEffect(() => {
    let depth = 0; // every element the pointer crosses enters and leaves
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      setOver(depth > 0);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      takeFiles([...(event.dataTransfer?.files ?? [])]);
      goTo('/intake');
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [goTo]);
  if (!isOver) return null;
  return (
    <div className="drop" role="status">
      <h2>Drop to read the file</h2>
      <span className="dim">You see what it would change before anything is stored.</span>
    </div>
  );
}
