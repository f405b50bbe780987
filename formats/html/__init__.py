"""The door for HTML: saved pages of e-papers, of WeChat and of other sites, one module a kind."""
