/** Style sheets in the order they build on one another; the narrow-screen and print rules come last. */
import './app.css';
import './map/map.css';
import './tables/lines.css';
import './kpis/kpis.css';
import './charts/charts.css';
import './parameters/parameters.css';
import './roads/roads.css';
import './solve/solve.css';
import './simulate/simulate.css';
import './costs/costs.css';
import './playback/playback.css';

import './grids/grids.css';
import './import/import.css';
import './data/data.css';

import './levels/levels.css';

import './distances/distances.css';
import './stops/stops.css';
import './driven/driven.css';
import './claims/claims.css';
import './screenSizes.css';

import './prints/prints.css';
