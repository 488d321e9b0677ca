"""How runs are made: stories and parameters checked, notebooks executed, only what is not fresh made again."""
