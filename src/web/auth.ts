/** Who is signed in to the panel or the operator's area. */
export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  role: 'interviewer' | 'operator';
}

/** Sign-in, as far as routes need it. */
export interface Auth {
  /** The user of this request's session cookie, or null. */
  currentUser(headers: Headers): Promise<SignedInUser | null>;
  /** Checks the password; on success the Set-Cookie headers of a new session. */
  signIn(input: { email: string; password: string; headers: Headers }): Promise<{ cookies: string[] } | null>;
  /** Ends the session; the Set-Cookie headers that clear it. */
  signOut(headers: Headers): Promise<{ cookies: string[] }>;
  /** Makes an account that can sign in. For the demo data and the command line. */
  createUser(input: {
    email: string;
    name: string;
    password: string;
    role: 'interviewer' | 'operator';
  }): Promise<SignedInUser>;
}
