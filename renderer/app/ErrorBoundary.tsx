import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
}

interface State {
  hasFailed: boolean;
}

/** A page that fails says so and leaves the frame working. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className="page" id="main">
        <div className="blank" role="alert">
          <h2>This page could not be drawn</h2>
          <p>Your data is untouched. Draw the page again; if it fails again, the other pages still work.</p>
          <button
            type="button"
            className="btn p"
            onClick={() => {
              this.setState({ hasFailed: false });
            }}
          >
            Draw it again
          </button>
        </div>
      </main>
    );
  }
}
