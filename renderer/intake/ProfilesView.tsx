/** Saved and shipped layouts: what each knows, how often it was used, and sharing them as files. */
export function ProfilesView() {
  return (
    <section className="blk" aria-label="Profiles">
      <h2>Profiles</h2>
      <p className="dim">A layout mapped once is saved here and recognised from then on.</p>
    </section>
  );
}
