/** Sample testimonials for development and tests. Nobody said these; the page marks them as samples. */
export const demoTestimonials: readonly { quote: string; attribution: string }[] = [
  {
    quote:
      'At minute twelve of the feedback he said: this is where I wrote you down as a no. Nobody had ever told me there was a where.',
    attribution: 'Backend engineer, practiced coding',
  },
  {
    quote: 'I paid to be embarrassed in private instead of in front of the team I wanted to join. Cheap.',
    attribution: 'Frontend engineer, practiced system design',
  },
  {
    quote: 'She did not coach me. She interviewed me. Then she was extremely kind about it, in detail.',
    attribution: 'New graduate, practiced coding',
  },
];
